use strict;
use warnings;
use Test::More;

# Time::Piece: the calendar and strptime are in C elsewhere.
use Time::Piece;
use Time::Seconds;

$ENV{TZ} = 'UTC';
my $moment = gmtime(1e9);
is $moment->strftime('%Y-%m-%d %H:%M:%S %Z'), '2001-09-09 01:46:40 UTC', 'formatted';
is "$moment", 'Sun Sep  9 01:46:40 2001', 'as text';

for (
    [ '2013-05-06 07:08:09', '%Y-%m-%d %T',      1367824089 ],
    [ '06 May 13',           '%d %b %y',         1367798400 ],
    [ '1367798400',          '%s',               1367798400 ],
    [ '12:30 AM',            '%I:%M %p',         1800 ],
    [ '2013 126',            '%Y %j',            1367798400 ],
    [ '2013-05-06T07+0200',  '%Y-%m-%dT%H%z',    1367816400 ],
    [ 'Monday, 6 May 2013',  '%A, %e %B %Y',     1367798400 ],
  )
{
    my ($text, $format, $epoch) = @$_;
    is(Time::Piece->strptime($text, $format)->epoch, $epoch, "$text as $format");
}
ok !eval { Time::Piece->strptime('no date', '%Y'); 1 }, 'what is no date';
like $@, qr/^Error parsing time at /, '... dies';

my $parsed = Time::Piece->strptime('2012-02-28', '%Y-%m-%d');
is +($parsed + 2 * ONE_DAY)->ymd, '2012-03-01', 'a leap year';
is $parsed->add_months(-14)->ymd, '2010-12-28', 'months';
is +(gmtime(86400) - gmtime(0))->pretty, '1 day, 0 hours, 0 minutes, 0 seconds', 'a difference';
{
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, @_ };
    Time::Piece->strptime('2012-02-28 x', '%Y-%m-%d');
    like "@warnings", qr/Garbage at end of string in strptime:  ?x/, 'more than the format says';
}
BEGIN { use_ok('Time::Piece') }
is ref(localtime), 'Time::Piece', 'localtime is another one';

done_testing;

use strict;
use warnings;
use Test::More;
use List::Util qw(any all none first max maxstr min minstr pairs reduce shuffle sum sum0 uniq product pairkeys);
use Scalar::Util qw(blessed dualvar readonly refaddr reftype);
use POSIX qw(ceil floor fmod strftime :sys_wait_h INT_MAX);
use Data::Dumper;
use Time::HiRes qw(usleep);
use Storable qw(freeze thaw dclone);
use File::Basename;
use File::Spec;
use Cwd qw(getcwd);
use constant { ONE => 1, TWO => 2 };
use Config;
use Time::Local;
use Getopt::Long;

is(sum(1 .. 4), 10, 'sum');
is(sum0(), 0, 'sum0');
is(max(3, 9, 2) . min(3, 9, 2), '92', 'max and min');
is(maxstr('a', 'c', 'b') . minstr('b', 'a'), 'ca', 'strings');
is((first { $_ > 2 } 1, 3, 5), 3, 'first');
is((reduce { $a * $b } 1 .. 5), 120, 'reduce');
ok((any { $_ == 2 } 1, 2, 3), 'any');
ok((all { $_ } 1, 2), 'all');
ok((none { $_ > 5 } 1, 2), 'none');
is(join(',', uniq qw(a b a)), 'a,b', 'uniq');
is(product(2, 3, 4), 24, 'product');
is(join(',', map { "$_->[0]$_->[1]" } pairs(a => 1, b => 2)), 'a1,b2', 'pairs');
is(join(',', pairkeys(a => 1, b => 2)), 'a,b', 'pairkeys');
is(join(',', sort { $a <=> $b } shuffle(1 .. 5)), '1,2,3,4,5', 'shuffle');
my $dual = dualvar(5, 'five');
is($dual + 1, 6, 'dualvar');
is("$dual", 'five', 'its text');
is(ceil(1.2) . floor(-1.2) . fmod(7, 3), '2-21', 'POSIX');
is(strftime('%Y-%m-%d %H:%M:%S', gmtime 0), '1970-01-01 00:00:00', 'strftime');
is(INT_MAX, 2147483647, 'INT_MAX');
ok(defined &WNOHANG, 'WNOHANG');
is(POSIX::strtol('ff', 16), 255, 'strtol');
is(POSIX::getpid(), $$, 'getpid');
is(POSIX::strerror(2), 'No such file or directory', 'strerror');
is(timegm(0, 0, 0, 1, 0, 1970), 0, 'timegm');
is(join(' ', (gmtime 86400)[3, 4, 5]), '2 0 70', 'gmtime');
{
    local ($Data::Dumper::Sortkeys, $Data::Dumper::Indent, $Data::Dumper::Terse) = (1, 1, 1);
    is(Dumper({ a => [ 1, 'x', undef ], b => \'s' }), <<'END', 'Dumper');
{
  'a' => [
    1,
    'x',
    undef
  ],
  'b' => \'s'
}
END
    local $Data::Dumper::Indent = 0;
    is(Dumper([ 1, '02', 3.5, -4, "it's" ]), q([1,'02','3.5',-4,'it\\'s']), 'on one line');
    local $Data::Dumper::Useqq = 1;
    is(Dumper("a\n\0"), q("a\n\0"), 'Useqq');
}
is(Data::Dumper->new([ [ 1 ] ], ['name'])->Indent(0)->Dump, '$name = [1];', 'named');
my $data = { list => [ 1, 2, { x => 'y' } ], text => "a\0b" };
is_deeply(thaw(freeze($data)), $data, 'Storable');
my $clone = dclone($data);
$clone->{list}[0] = 9;
is($data->{list}[0], 1, 'dclone');
is(basename('/a/b/c.txt'), 'c.txt', 'basename');
is(dirname('/a/b/c.txt'), '/a/b', 'dirname');
is(join('|', fileparse('/a/b.txt', qr/\.[^.]*/)), 'b|/a/|.txt', 'fileparse');
is(File::Spec->catfile('a', 'b', 'c'), 'a/b/c', 'catfile');
ok(File::Spec->file_name_is_absolute('/x'), 'absolute');
like(getcwd(), qr{^/}, 'getcwd');
is($Config{ivsize}, 8, 'Config');
ok($Config{d_shm}, 'd_shm');
{
    local @ARGV = ('--name=x', '-v', '--list', '1', '--list=2', 'rest');
    GetOptions('name=s' => \my $name, 'v|verbose' => \my $verbose, 'list=i' => \my @list) or die;
    is("$name $verbose @list @ARGV", 'x 1 1 2 rest', 'Getopt::Long');
}
my $start = Time::HiRes::time();
usleep(1000);
cmp_ok(Time::HiRes::time() - $start, '>=', 0.001, 'Time::HiRes');
{
    package Shape;
    use Class::Struct;
    struct(Shape => { name => '$', sides => '@' });
}
my $shape = Shape->new(name => 'square', sides => [ 1, 1, 1, 1 ]);
is($shape->name, 'square', 'Class::Struct');
is($shape->sides(2), 1, 'element');
{
    package Exporting;
    use Exporter 'import';
    our @EXPORT_OK = qw(exported $variable);
    our %EXPORT_TAGS = (all => \@EXPORT_OK);
    our $variable = 'exported variable';
    sub exported { return 'exported sub' }
    $INC{'Exporting.pm'} = __FILE__;
}
Exporting->import(qw(exported));
is(exported(), 'exported sub', 'Exporter');
our $variable;
Exporting->import(':all');
is($variable, 'exported variable', 'a tag');
use Digest::MD5 qw(md5_hex);
is(md5_hex('abc'), '900150983cd24fb0d6963f7d28e17f72', 'Digest::MD5');
use MIME::Base64;
is(encode_base64('hello', ''), 'aGVsbG8=', 'MIME::Base64');
is(decode_base64('aGVsbG8='), 'hello', 'decoded');
use Text::ParseWords;
is(join('|', shellwords(q(a "b c" d\ e))), 'a|b c|d e', 'shellwords');
use JSON::PP;
is(JSON::PP->new->canonical->encode({ b => [ 1, undef, JSON::PP::true ], a => 'x' }), '{"a":"x","b":[1,null,true]}', 'JSON::PP');
is(decode_json('{"a":[1,2,{"b":"c"}]}')->{a}[2]{b}, 'c', 'decoded');
use Symbol qw(gensym);
is(ref gensym(), 'GLOB', 'gensym');
is(ONE + TWO, 3, 'constants');
use Errno qw(ENOENT);
is(ENOENT, 2, 'Errno');
use Fcntl qw(:mode O_RDONLY);
ok(S_ISDIR((stat '/')[2]), 'Fcntl');
use Socket;
is(inet_ntoa(pack 'C4', 127, 0, 0, 1), '127.0.0.1', 'Socket');
is(eval { require Module::That::Is::Not::There; 1 }, undef, 'require of a missing module');
is(eval 'use integer; 7 / 2', 3, 'use integer');
ok(eval { require IO::Handle; 1 }, 'require');
is(join(',', map { ref } \1, [], {}, sub { }, \\1), 'SCALAR,ARRAY,HASH,CODE,REF', 'ref');

{
    use Storable qw(store_fd nstore_fd fd_retrieve);
    pipe my $in, my $out or die;
    $out->autoflush(1);
    store_fd({ a => [ 1, 'two' ] }, $out);
    nstore_fd([ 'x' x 1000, -5, 2.5 ], $out);
    print $out "and a line\n";
    is(fd_retrieve($in)->{a}[1], 'two', 'fd_retrieve does not wait for the end of a pipe');
    is(join(',', map { length } @{ fd_retrieve($in) }), '1000,2,3', 'another image');
    is(scalar <$in>, "and a line\n", 'what follows is left');
    is(thaw(substr freeze([ 1 .. 5 ]), 0, 20), undef, 'an image that ends too soon');
}

done_testing;

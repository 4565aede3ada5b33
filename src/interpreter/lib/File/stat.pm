package File::stat;
# stat with named fields (perldoc File::stat).
use strict;
require Exporter;

our $VERSION   = '1.14';
our @ISA       = ('Exporter');
my @FIELDS     = qw(dev ino mode nlink uid gid rdev size atime mtime ctime blksize blocks);
our @EXPORT    = qw(stat lstat);
our @EXPORT_OK = (qw(populate stat_cando), map { "\$st_$_" } @FIELDS);
our %EXPORT_TAGS = (FIELDS => [@EXPORT_OK, @EXPORT]);

for my $i (0 .. $#FIELDS) {
  no strict 'refs';
  *{ $FIELDS[$i] } = sub { return $_[0][$i] };
}

sub populate {
  return unless @_;
  my $self = bless [@_], 'File::stat';
  no strict 'refs';
  ${"st_$FIELDS[$_]"} = $_[$_] for 0 .. $#FIELDS;
  return $self;
}

sub stat ($) {
  my ($file) = @_;
  my @values = CORE::stat($file);
  if (!@values and !ref $file and my $handle = do { no strict 'refs'; local $!; defined fileno $file ? \*{"main::$file"} : undef }) {
    @values = CORE::stat($handle);
  }
  return populate(@values);
}
sub lstat ($) { return populate(CORE::lstat(shift)) }

1;

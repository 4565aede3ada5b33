package Pod::Usage;
# Usage messages out of a program's own pod (perldoc Pod::Usage). The formatter of the machine's Perl library prints them,
# and is loaded only then; a plain rendering is for machines without.
use strict;
use Carp;
require Exporter;

our $VERSION = '2.03';
our @ISA     = ('Exporter');
our @EXPORT  = ('pod2usage');

sub pod2usage {
  my $formatter = formatter();
  goto &$formatter if $formatter;
  goto &plain_usage;
}

# The machine's own pod2usage; false if there is none.
my $found;

sub formatter {
  return $found if defined $found;
  $found = '';
  for my $file (grep { $_ ne __FILE__ and -f } map { "$_/Pod/Usage.pm" } grep { !ref } @INC) {
    local ($@, $^W, $SIG{__DIE__}) = ('', 0);
    no warnings 'redefine';
    my $own = \&pod2usage;
    return $found = \&pod2usage if eval { require $file } and \&pod2usage != $own;
    *pod2usage = $own;
  }
  return $found;
}

sub plain_usage {
  my %options = @_ == 1 ? ($_[0] =~ /^-?\d+$/ ? (-exitval => $_[0]) : ref $_[0] eq 'HASH' ? %{ $_[0] } : (-message => $_[0])) : @_;
  for my $key (grep { !/^-/ } keys %options) { $options{"-$key"} = delete $options{$key} }
  $options{-exitval} = delete $options{-exit} if exists $options{-exit} and !exists $options{-exitval};
  $options{-message} = delete $options{-msg} if exists $options{-msg};
  my $verbose = $options{-verbose};
  my $status = $options{-exitval};
  if (!defined $status and !defined $verbose) { $status = 2; $verbose = 0 }
  elsif (!defined $status) { $status = $verbose > 0 ? 1 : 2 }
  elsif (!defined $verbose) { $verbose = lc $status eq 'noexit' || $status < 2 ? 1 : 0 }
  my $output = $options{-output};
  $output = lc $status eq 'noexit' || $status < 2 ? \*STDOUT : \*STDERR unless defined $output;
  if (!ref $output and ref \$output ne 'GLOB') { open my $file, '>', $output or croak "Can't write to $output: $!"; $output = $file }
  my $message = $options{-message};
  if (defined $message) { chomp $message; print $output "$message\n" }
  my $file = $options{-input} || $0;
  print $output render($file, $verbose, $options{-sections});
  exit $status unless lc $status eq 'noexit';
}

# The sections wanted: SYNOPSIS; options and arguments too; or everything.
sub wanted {
  my ($heading, $verbose, $sections) = @_;
  if ($verbose == 99) {
    my @patterns = ref $sections ? @$sections : split /\|/, defined $sections ? $sections : '';
    return grep { $heading =~ /^(?:$_)\z/ } map { s{/.*}{}r } @patterns;
  }
  return 1 if $verbose >= 2;
  return 1 if $heading =~ /^SYNOPSIS$/i;
  return $verbose == 1 && $heading =~ /^(?:OPTIONS|ARGUMENTS)(?:\s|$)|^OPTIONS AND ARGUMENTS$/i;
}

sub plain {
  my ($text) = @_;
  1 while $text =~ s/([IBCFLSEXZ])<([^<>]*)>/markup($1, $2)/ge or $text =~ s/([IBCFLSEXZ])<<+\s+(.*?)\s+>>+/markup($1, $2)/ge;
  return $text;
}

sub markup {
  my ($letter, $inside) = @_;
  return { lt => '<', gt => '>', sol => '/', verbar => '|' }->{$inside} || $inside if $letter eq 'E';
  return '' if $letter eq 'X' or $letter eq 'Z';
  return "*$inside*" if $letter eq 'I';
  return qq("$inside") if $letter eq 'C';
  return $inside =~ /^(.*?)\|/ ? $1 : $inside if $letter eq 'L';
  return $inside;
}

sub folded {
  my ($text, $indent) = @_;
  my ($out, $line) = ('', '');
  for my $word (split ' ', $text) {
    if ($line ne '' and length("$line $word") + $indent > 76) { $out .= ' ' x $indent . "$line\n"; $line = '' }
    $line = $line eq '' ? $word : "$line $word";
  }
  return $line eq '' ? $out : $out . ' ' x $indent . "$line\n";
}

sub render {
  my ($file, $verbose, $sections) = @_;
  open my $in, '<', $file or croak "Can't open $file for reading: $!";
  local $/ = '';
  my ($pod, $on, $indent, $out, @over) = (0, 0, 4, '');
  while (my $paragraph = <$in>) {
    $paragraph =~ s/\n+\z//;
    if ($paragraph =~ /^=(\w+)\s*(.*)/s) {
      my ($command, $rest) = ($1, $2);
      $pod = $command ne 'cut';
      if ($command eq 'head1') {
        $on = wanted($rest, $verbose, $sections);
        $indent = 4;
        $out .= $verbose >= 2 ? plain($rest) . "\n" : ($rest =~ /^SYNOPSIS$/i ? "Usage:\n" : join(' ', map { ucfirst lc } split ' ', $rest) . ":\n") if $on;
      }
      elsif (!$on) { next }
      elsif ($command =~ /^head/) { $out .= '  ' . plain($rest) . "\n" }
      elsif ($command eq 'over')  { push @over, $indent; $indent += $rest =~ /^(\d+)/ ? $1 : 4 }
      elsif ($command eq 'back')  { $indent = pop @over || 4 }
      elsif ($command eq 'item')  { $out .= ' ' x (@over ? $over[-1] : 4) . plain($rest) . "\n" }
      next;
    }
    next unless $pod and $on;
    if ($paragraph =~ /^\s/) { $paragraph =~ s/^/' ' x $indent/gme; $out .= "$paragraph\n\n" }
    else                     { $out .= folded(plain($paragraph), $indent) . "\n" }
  }
  return $out;
}

1;

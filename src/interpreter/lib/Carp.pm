package Carp;
# Warnings and exceptions from the perspective of the caller (perldoc Carp). Frames are counted as the real
# module counts them, because $Carp::CarpLevel and longmess/shortmess make the count visible.
use strict;
use warnings;
require Exporter;

our $VERSION     = '1.54';
our @ISA         = ('Exporter');
our @EXPORT      = qw(confess croak carp);
our @EXPORT_OK   = qw(cluck verbose longmess shortmess);
our @EXPORT_FAIL = qw(verbose);
our @CARP_NOT;

our $MaxEvalLen = 0;
our $Verbose    = 0;
our $CarpLevel  = 0;
our $MaxArgLen  = 64;
our $MaxArgNums = 8;
our $RefArgFormatter;
our $in_recurse;

# Packages never blamed (%Internal), and packages that are part of the warning system itself (%CarpInternal).
our %Internal     = (Exporter => 1, 'Exporter::Heavy' => 1);
our %CarpInternal = (Carp => 1, warnings => 1);

sub export_fail { shift; $Verbose = shift if $_[0] eq 'verbose'; @_ }

sub croak   { die shortmess(@_) }
sub confess { die longmess(@_) }
sub carp    { warn shortmess(@_) }
sub cluck   { warn longmess(@_) }

sub shortmess {
  local $!;
  local @CARP_NOT = scalar caller;
  return shortmess_heavy(@_);
}

sub longmess {
  local $!;
  my $package = caller;
  local $CarpLevel = $Internal{$package} || $CarpInternal{$package} ? $CarpLevel : $CarpLevel + 1;
  return longmess_heavy(@_);
}

sub shortmess_heavy {
  return longmess_heavy(@_) if $Verbose;
  return @_ if ref $_[0];
  my $i = short_error_loc() or return longmess_heavy(@_);
  return ret_summary($i, @_);
}

sub longmess_heavy {
  return wantarray ? @_ : $_[0] if ref $_[0];
  my $i = long_error_loc();
  return ret_backtrace($i, @_);
}

# The frame to blame: the first caller outside the packages that trust each other.
sub short_error_loc {
  my $trusting = {};
  my $level = $CarpLevel;
  for (my $i = 1 ;; ) {
    my $called = caller($i++);
    my $caller = caller($i);
    return 0 unless defined $caller;
    next if $Internal{$caller} or $CarpInternal{$caller} or $CarpInternal{$called};
    next if trusts($called, $caller, $trusting) or trusts($caller, $called, $trusting);
    return $i - 1 if --$level < 0;
  }
}

# The frame a backtrace starts at.
sub long_error_loc {
  my $level = $CarpLevel;
  my $i = 0;
  while (1) {
    my $package = caller(++$i);
    if (!defined $package) {
      return 2 unless %Internal;
      local %Internal;
      return long_error_loc() - 1;
    }
    next if $CarpInternal{$package} or --$level >= 0 or $Internal{$package};
    return $i - 1;
  }
}

sub trusts_directly {
  my ($class) = @_;
  no strict 'refs';
  for my $variable ('CARP_NOT', 'ISA') {
    my $glob = ${"${class}::"}{$variable};
    next unless ref \$glob eq 'GLOB' and *{$glob}{ARRAY};
    my @names = @{ *{$glob}{ARRAY} };
    return @names if @names;
  }
  return;
}

# Does a package trust another, through @CARP_NOT or else @ISA, directly or not?
sub trusts {
  my ($child, $parent, $memory) = @_;
  return 1 if $child eq $parent;
  my $all = $memory->{$child} ||= do {
    my %seen = ($child => 1);
    my @queue = trusts_directly($child);
    while (@queue) {
      my $next = shift @queue;
      push @queue, trusts_directly($next) unless $seen{$next}++;
    }
    \%seen;
  };
  return exists $all->{$parent};
}

sub last_read {
  return '' unless defined $. and $. and ${^LAST_FH};
  return sprintf ', <%s> %s %d', *${^LAST_FH}{NAME}, ($/ // '') eq "\n" ? 'line' : 'chunk', $.;
}

sub ret_summary {
  my ($i, @error) = @_;
  my %frame = caller_info($i + 1);
  return join('', @error) . " at $frame{file} line $frame{line}" . (defined &threads::tid ? '' : '') . ".\n";
}

sub ret_backtrace {
  my ($i, @error) = @_;
  my %frame = caller_info(++$i);
  my $text = join('', @error) . " at $frame{file} line $frame{line}" . last_read() . ".\n";
  while (%frame = caller_info(++$i)) {
    $text .= "\t$frame{sub_name} called at $frame{file} line $frame{line}\n";
  }
  return $text;
}

sub caller_info {
  my $i = shift() + 1;
  my %frame;
  my @arguments;
  {
    package DB;
    @frame{qw(pack file line sub has_args wantarray evaltext is_require)} = caller($i);
    @arguments = @DB::args if $frame{has_args};
  }
  return unless defined $frame{file};
  $frame{sub_name} = get_subname(\%frame);
  $frame{sub_name} .= '(' . join(', ', format_args(@arguments)) . ')' if $frame{has_args};
  return wantarray ? %frame : \%frame;
}

sub get_subname {
  my ($frame) = @_;
  if (defined $frame->{evaltext}) {
    my $text = $frame->{evaltext};
    return "require $text" if $frame->{is_require};
    $text =~ s/([\\'])/\\$1/g;
    return "eval '" . str_len_trim($text, $MaxEvalLen) . "'";
  }
  return '__ANON__::__ANON__' unless defined $frame->{sub};
  return $frame->{sub} eq '(eval)' ? 'eval {...}' : $frame->{sub};
}

sub format_args {
  my @arguments = @_;
  my $cut = $MaxArgNums && @arguments > $MaxArgNums;
  $#arguments = $MaxArgNums - 1 if $cut;
  return ((map { format_arg($_) } @arguments), $cut ? '...' : ());
}

sub str_len_trim {
  my ($text, $max) = (@_, 0);
  substr($text, $max - 3) = '...' if $max > 2 and $max < length $text;
  return $text;
}

sub escaped {
  my ($text) = @_;
  $text =~ s/([^\x20-\x7e])/sprintf '\x{%x}', ord $1/eg;
  return $text;
}

# Cuts to $MaxArgLen, less room for the dots.
sub cut_argument {
  my ($text) = @_;
  return ($text, '') unless $MaxArgLen > 2 and $MaxArgLen < length $text;
  return (substr($text, 0, $MaxArgLen - 3), '...');
}

sub format_arg {
  my ($arg) = @_;
  return format_reference($arg) if ref $arg;
  return 'undef' unless defined $arg;
  return $arg if $arg =~ /\A-?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?\z/;
  my ($text, $dots) = cut_argument($arg);
  $text =~ s/(["\\\$\@])/\\$1/g;
  return '"' . escaped($text) . '"' . $dots;
}

sub format_reference {
  my ($arg) = @_;
  return format_regexp($arg) if ref $arg eq 'Regexp';
  if (!$in_recurse) {
    local $in_recurse = 1;
    local $@;
    local $SIG{__DIE__};
    return $arg->CARP_TRACE if UNIVERSAL::isa($arg, 'UNIVERSAL') and eval { $arg->can('CARP_TRACE') };
    my $text;
    return $text if defined $RefArgFormatter and eval { $text = $RefArgFormatter->($arg); 1 };
  }
  require overload;
  return overload::StrVal($arg);
}

sub format_regexp {
  my ($flags, $text) = ('', "$_[0]");
  ($flags, $text) = ($1, $2) if $text =~ /\A\(\?\^?([a-z]*)(?:-[a-z]*)?:(.*)\)\z/s;
  ($text, my $dots) = cut_argument(escaped($text));
  return "qr($text)$dots$flags";
}

1;

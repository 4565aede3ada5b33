package Term::ANSIColor;
# Colours and other attributes of terminals (perldoc Term::ANSIColor).
use strict;
use Carp ();
require Exporter;

our $VERSION   = '5.01';
our @ISA       = ('Exporter');
our @EXPORT    = qw(color colored);
our @EXPORT_OK = qw(uncolor colorstrip colorvalid coloralias);
our ($AUTORESET, $EACHLINE);

my %CODE = (
  clear => 0, reset => 0, bold => 1, dark => 2, faint => 2, italic => 3, underline => 4, underscore => 4, blink => 5,
  reverse => 7, concealed => 8,
);
my @COLOURS = qw(black red green yellow blue magenta cyan white);
for my $i (0 .. 7) {
  $CODE{ $COLOURS[$i] }               = 30 + $i;
  $CODE{"bright_$COLOURS[$i]"}        = 90 + $i;
  $CODE{"on_$COLOURS[$i]"}            = 40 + $i;
  $CODE{"on_bright_$COLOURS[$i]"}     = 100 + $i;
}
for my $i (0 .. 15)  { $CODE{"ansi$i"} = "38;5;$i"; $CODE{"on_ansi$i"} = "48;5;$i" }
for my $i (0 .. 23)  { $CODE{"grey$i"} = '38;5;' . ($i + 232); $CODE{"on_grey$i"} = '48;5;' . ($i + 232) }
for my $r (0 .. 5) { for my $g (0 .. 5) { for my $b (0 .. 5) {
  my $n = 16 + 36 * $r + 6 * $g + $b;
  $CODE{"rgb$r$g$b"} = "38;5;$n";
  $CODE{"on_rgb$r$g$b"} = "48;5;$n";
} } }
my %NAME = map { $CODE{$_} => $_ } grep { !/^(?:clear|dark|underscore)$/ } sort keys %CODE;
my %alias;

our %EXPORT_TAGS = (
  constants => [map { uc } grep { !/^(?:on_)?(?:ansi|grey|rgb)/ } sort keys %CODE],
  pushpop   => [qw(PUSHCOLOR POPCOLOR LOCALCOLOR)],
);
our @COLORSTACK;
for my $name (@{ $EXPORT_TAGS{constants} }) {
  my $code = "\e[" . $CODE{ lc $name } . 'm';
  no strict 'refs';
  *$name = sub {
    return join '', @_ if defined $ENV{NO_COLOR} or defined $ENV{ANSI_COLORS_DISABLED};
    return $code . join('', @_) . ($AUTORESET && @_ ? "\e[0m" : '');
  };
}
push @EXPORT_OK, map { @$_ } values %EXPORT_TAGS;

sub PUSHCOLOR  { my $text = join '', @_; my ($color) = $text =~ /^((?:\e\[[\d;]+m)+)/; $color = $COLORSTACK[-1] . $color if @COLORSTACK; push @COLORSTACK, $color; return $text }
sub POPCOLOR   { pop @COLORSTACK; return @COLORSTACK ? $COLORSTACK[-1] . join '', @_ : "\e[0m" . join '', @_ }
sub LOCALCOLOR { return PUSHCOLOR(join '', @_) . POPCOLOR() }

sub code_of {
  my ($name) = @_;
  my $known = $CODE{ lc $name };
  $known = $alias{$name} unless defined $known;
  if (!defined $known and $name =~ /^(on_)?r(\d+)g(\d+)b(\d+)$/i) { $known = ($1 ? 48 : 38) . ";2;$2;$3;$4" }
  return $known;
}

sub color {
  my @codes = map { split } @_;
  return '' if defined $ENV{NO_COLOR} or defined $ENV{ANSI_COLORS_DISABLED};
  my @attributes = map {
    my $code = code_of($_);
    Carp::croak("Invalid attribute name $_") unless defined $code;
    $code;
  } map { split /\s*,\s*/ } @codes;
  return @attributes ? "\e[" . join(';', @attributes) . 'm' : '';
}

sub uncolor {
  my @names;
  for my $escape (@_) {
    (my $codes = $escape) =~ s/^\e\[//;
    $codes =~ s/m$//;
    Carp::croak("Bad escape sequence $codes") unless $codes =~ /^((?:\d+;)*\d*)$/;
    for my $code (grep { $_ ne '' } $codes =~ /(?:[34]8;5;\d+|\d+)/g) {
      my $name = $NAME{ $code =~ /;/ ? $code : $code + 0 };
      Carp::croak("No name for escape sequence $code") unless defined $name;
      push @names, $name;
    }
  }
  return @names;
}

sub colored {
  my ($first, @rest) = @_;
  my ($text, @codes) = ref $first eq 'ARRAY' ? (join('', @rest), @$first) : ($first, @rest);
  return $text if defined $ENV{NO_COLOR} or defined $ENV{ANSI_COLORS_DISABLED};
  my $attribute = color(@codes);
  return $text if $attribute eq '';
  return $attribute . $text . "\e[0m" unless defined $EACHLINE;
  my $delimiter = quotemeta $EACHLINE;
  return join '', map { ($_ ne '' and $_ ne $EACHLINE) ? $attribute . $_ . "\e[0m" : $_ } split /($delimiter)/, $text;
}

sub colorstrip { my @texts = @_; s/\e\[[\d;]*m//g for @texts; return wantarray ? @texts : join '', @texts }
sub colorvalid { my @codes = map { split } @_; return !grep({ !defined code_of($_) } @codes) }
sub coloralias { my ($name, @code) = @_; $alias{$name} = join ';', map { code_of($_) } @code if @code; return @code ? join ' ', @code : $name }

1;

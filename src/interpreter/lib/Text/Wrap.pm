package Text::Wrap;
# Paragraphs of limited width (perldoc Text::Wrap).
use strict;
use warnings::register;
use Text::Tabs qw(expand unexpand);
require Exporter;

our $VERSION   = '2024.001';
our @ISA       = ('Exporter');
our @EXPORT    = qw(wrap fill);
our @EXPORT_OK = qw($columns $break $huge $unexpand $tabstop $separator $separator2);
our $columns   = 76;
our $break     = '(?>\s)(?:(?=\S)|\z)?';
$break = '\s';
our $huge       = 'wrap';
our $unexpand   = 1;
our $tabstop    = 8;
our $separator  = "\n";
our $separator2 = undef;

sub wrap {
  my ($first, $next, @texts) = map { defined $_ ? $_ : '' } @_;
  local $Text::Tabs::tabstop = $tabstop;
  my $tail = pop @texts;
  my $text = expand(join '', map({ /\s+\z/ ? $_ : "$_ " } @texts), defined $tail ? $tail : '');
  my $lead = $first;
  my $indent = length expand($next);
  if ($columns <= length expand($next) or $columns <= length expand($first)) {
    my $least = (sort { $a <=> $b } map { length expand($_) } $first, $next)[1] + 2;
    warnings::warnif("Increasing \$Text::Wrap::columns from $columns to $least to accommodate length of subsequent tab");
    $columns = $least;
  }
  my $later = $columns - length(expand($next)) - 1;
  my $width = $columns - length(expand($first)) - 1;
  $width = 0 if $width < 0;
  my ($out, $newline, $remainder) = ('', '', '');
  pos($text) = 0;
  while ($text !~ /\G(?:$break)*\Z/gc) {
    my $part;
    if ($text =~ /\G((?:(?=[^\n])\X){0,$width})($break|\n+|\z)/xmgc) {
      ($part, $remainder) = ($1, $2);
    } elsif ($huge eq 'wrap' and $text =~ /\G((?:(?=[^\n])\X){$width})/gc) {
      ($part, $remainder) = ($1, defined $separator2 ? $separator2 : $separator);
    } elsif ($huge eq 'overflow' and $text =~ /\G((?:(?=[^\n])\X)*?)($break|\n+|\z)/xmgc) {
      ($part, $remainder) = ($1, $2);
    } elsif ($huge eq 'die') {
      die "couldn't wrap '$text'";
    } elsif ($columns < 2) {
      warnings::warnif("Increasing \$Text::Wrap::columns from $columns to 2");
      $columns = 2;
      return ($first, $next, @texts);
    } else {
      die "This shouldn't happen";
    }
    $out .= $unexpand ? unexpand("$newline$lead$part") : "$newline$lead$part";
    $newline = defined $separator2 ? ($remainder eq "\n" ? "\n" : $separator2) : $separator;
    $lead = $next;
    $width = $later;
  }
  $out .= $remainder;
  my $rest = pos($text) < length $text ? substr($text, pos $text) : '';
  $out .= $lead . $rest if $rest ne '';
  return $out;
}

sub fill {
  my ($first, $next, @texts) = @_;
  my @paragraphs;
  for my $text (split /\n\s+/, join "\n", @texts) {
    $text =~ s/\s+/ /g;
    push @paragraphs, wrap($first, $next, $text);
  }
  return join $first eq $next ? "\n\n" : "\n", @paragraphs;
}

1;

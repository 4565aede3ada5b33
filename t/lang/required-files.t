use strict;
use warnings;
use Cwd qw(getcwd);
use File::Temp qw(tempdir);
use Test::More;

# Names of required files, and what the compiler says of them.
my $home = getcwd();
chdir tempdir(CLEANUP => 1) or die "chdir: $!";
sub store {
    my ($name, $text) = @_;
    open my $out, '>', $name or die "$name: $!";
    print $out $text;
    close $out or die "$name: $!";
}
mkdir 'lib';
store("$_/Named.pm", "package Named; sub file { __FILE__ } 1;\n") for '.', 'lib';
store('script.pl', "sub script { __FILE__ } 1;\n");

sub named_from {
    my ($folder) = @_;
    local @INC = ($folder, @INC);
    delete $INC{'Named.pm'};
    no warnings;
    require Named;
    return Named::file() . ' ' . $INC{'Named.pm'};
}
is(named_from('.'),     'Named.pm Named.pm',         'the folder . is left out');
is(named_from('./'),    'Named.pm Named.pm',         './ too');
is(named_from('./lib'), 'lib/Named.pm lib/Named.pm', 'and in front of another');
is(named_from('lib'),   'lib/Named.pm lib/Named.pm', 'a relative folder');
require './script.pl';
is(script(), './script.pl', 'a path stays as it is');

store('Lonely.pm', <<'END');
package Lonely;
use strict;
use warnings;
my $seen = $Elsewhere::variable;
@Lonely::list = (1);
open(HANDLE, '<', '/dev/null') or die;
1;
END
store('main.pl', "use strict; use warnings; use lib '.'; use Lonely;\n\$Main::variable = 1;\n");
for my $time ('first', 'second') {
    my $said = `$^X main.pl 2>&1`;
    is(
        join('', sort split /^/, $said),
        "Name \"Lonely::HANDLE\" used only once: possible typo at Lonely.pm line 6.\n"
          . "Name \"Main::variable\" used only once: possible typo at main.pl line 2.\n",
        "used only once: only handles in modules ($time time)"
    );
}

open my $file, '<', 'main.pl' or die;
is(fileno $file, 3, 'the first descriptor');
is(`$^X -e 'use POSIX; POSIX::close(\$_) for 3 .. 30; print qq(closed\\n); system "exit 3;"; print \$? >> 8; die qq(\\n)'`, "closed\n3", 'closing all descriptors');

chdir $home;
done_testing;

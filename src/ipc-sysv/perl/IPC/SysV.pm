package IPC::SysV;

# Constants of the C headers as subs made at their first call, and five functions of the native half
# (_constant and the others, see subs.ts).

use strict;
use Exporter ();
use XSLoader ();

our $VERSION = '2.09';
our @ISA     = 'Exporter';
our (@EXPORT, $AUTOLOAD);

XSLoader::load('IPC::SysV', $VERSION);

our @EXPORT_OK   = _export_names();
our %EXPORT_TAGS = (all => [@EXPORT_OK]);

# No prototype on purpose: `IPC_CREAT + 1` is IPC_CREAT(+1).
sub AUTOLOAD {
    my ($name) = $AUTOLOAD =~ /([^:]*)\z/;
    die "IPC::SysV was loaded without its native half" if $name =~ /^_/ && !defined &_constant;
    my ($error, $value) = _constant($name);
    if (defined $error) {
        my ($file, $line) = (caller)[1, 2];
        die "$error at $file line $line.\n";
    }
    no strict 'refs';
    *$AUTOLOAD = sub { $value };
    goto &$AUTOLOAD;
}

1;

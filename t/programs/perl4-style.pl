#!/usr/bin/perl
# The way such programs were written before there was strict, or modules.

$IPC_PRIVATE = 0; $IPC_RMID = 0; $IPC_CREAT = 01000; $IPC_STAT = 2;
$size = 2000;

$key = shmget($IPC_PRIVATE, $size, 0700 | $IPC_CREAT);
die "no segment: $!" unless defined($key);
&report('segment', $key);

$message = "Message #1";
shmwrite($key, $message, 0, 60) || die "shmwrite: $!";
shmread($key, $buff, 0, 60) || die "shmread: $!";
substr($buff, index($buff, "\0")) = '';
print "un" unless $buff eq $message;
print "swell\n";

sub report {
    local($what, $id) = @_;
    local(@list) = ($what);
    push(@list, ($id >= 0) ? "ok" : "bad");
    print join(' ', @list), "\n";
}

$sem = semget($IPC_PRIVATE, 2, 0600 | $IPC_CREAT);
defined $sem || die "semget: $!";
$opstring = pack("sss", 0, 2, 0) . pack("sss", 1, 1, 0);
semop($sem, $opstring) || die "semop: $!";
semctl($sem, 0, 13, $values);
@v = unpack("s*", $values);
print "values @v\n";

$queue = msgget($IPC_PRIVATE, 0600 | $IPC_CREAT);
for ($i = 1; $i <= 3; $i++) {
    $type = 4 - $i;
    msgsnd($queue, pack("L! a*", $type, "message $i"), 0) || die "msgsnd: $!";
}
while (msgrcv($queue, $rcvd, 60, -10, 04000)) {
    ($type_rcvd, $text) = unpack("L! a*", $rcvd);
    print "type $type_rcvd: $text\n";
}
print "last error: ", ($! + 0), "\n";

%count = ();
foreach $word (split(/\s+/, "a b a c a b")) { $count{$word}++; }
foreach $word (sort { $count{$b} <=> $count{$a} || $a cmp $b } keys(%count)) {
    printf("%-3s%3d\n", $word, $count{$word});
}

shmctl($key, $IPC_RMID, 0) || die "$!";
semctl($sem, 0, $IPC_RMID, 0) || die "$!";
msgctl($queue, $IPC_RMID, 0) || die "$!";
&finish('done');

sub finish { print "$_[0]\n"; }

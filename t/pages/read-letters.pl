my $id = shmget(0, 10, 0600) // die "shmget: $!";
shmwrite($id, 'abc', 0, 10);
for my $i (0 .. 2) { shmread($id, my $letter, $i, 1); print $letter, "\n" }
shmctl($id, 0, 0);

use POSIX; use POSIX qw(round);
sub t { print join("|", map { defined $_ ? $_ : 'undef' } @_), "\n" }
t strtol("123abc",10), strtol("0x1f",16),strtol("0x1f",0),strtol("zz",36),scalar(strtol("077",8)), strtol("",10), strtod("3.14abc"), strtod("x"), strtoul("-1",10), strtol("99999999999999999999",10),$!;
t strftime("%Y-%m-%d %H:%M:%S %j %a %b %Z %e %U %V %%",0,0,0,1,0,70),strftime("%A",0,0,0,32,0,100);
t mktime(0,0,0,1,0,70), asctime(1,2,3,4,5,106), ctime(0), clock()>0, tzname(), difftime(5,3), scalar(@{[POSIX::times()]});
t((uname())[0], frexp(8),modf(-3.25), frexp(0)); t ctermid(), setlocale(LC_ALL,"C"),setlocale(LC_ALL);
t sysconf(_SC_PAGESIZE), pathconf("/",_PC_PATH_MAX), access("/",R_OK),access("/nope",R_OK),$!+0; t dup2(1,90),POSIX::close(90),POSIX::close(90); t lseek(0,0,1); t POSIX::nice(0); t scalar(@{[POSIX::pipe()]});
t(getpid()==$$,WIFEXITED(256),WEXITSTATUS(256),WTERMSIG(9),WIFSIGNALED(9),WIFSTOPPED(9), WSTOPSIG(0x137f));
t POSIX::open("/nope"); my $fd=POSIX::open("/etc/passwd",O_RDONLY); t $fd>2?1:0; my $got=POSIX::read($fd,my $b,4); t $got,$b; t lseek($fd,0,SEEK_SET);
t fmod(-7,3),pow(2,3),floor(-1.5),ceil(-1.5),ceil(-0.5),strstr("hello","ll"),strcoll("a","b"),strerror(2),mkfifo("/tmp/ff.$$",0600); unlink "/tmp/ff.$$";
for my $c ('POSIX::tmpnam()','POSIX::strlen("x")','POSIX::access()','POSIX::foo()','POSIX::getpid(1)','POSIX::fmod(1)','POSIX::fclose(1)','EOTHER()','POSIX::qsort()','POSIX::atoi(1)','strftime("%Y")','strtol()','POSIX::printf()','setlocale()','mktime(1)') { eval $c; print "$c: $@" }
t POSIX::sprintf("%d",3), POSIX::localeconv()->{decimal_point}; t POSIX::lround(2.5),POSIX::round(-2.5),POSIX::nan();
t prototype("POSIX::EINTR"), prototype("POSIX::floor"), prototype('POSIX::strftime'), prototype('POSIX::getpid'),prototype('POSIX::WEXITSTATUS'),prototype('POSIX::DBL_MAX');
my $s=POSIX::SigSet->new(SIGINT,SIGTERM); t ref $s, $s->ismember(SIGINT),$s->ismember(SIGHUP),$s->addset(SIGHUP),$s->delset(SIGINT),$s->ismember(SIGINT), $s->emptyset,$s->fillset,$s->ismember(3);
my $old=POSIX::SigSet->new; t sigprocmask(SIG_BLOCK,POSIX::SigSet->new(SIGUSR1),$old); kill USR1=>$$; my $p=POSIX::SigSet->new; t sigpending($p), $p->ismember(SIGUSR1); $SIG{USR1}=sub{print "usr1 @_\n"}; t sigprocmask(SIG_SETMASK,$old); 
my $a=POSIX::SigAction->new(sub{print "sa @_\n"},POSIX::SigSet->new,SA_RESTART); t ref $a,$a->flags,ref $a->handler,ref $a->mask,$a->safe; my $o=POSIX::SigAction->new; t sigaction(SIGALRM,$a,$o); t $o->handler; kill ALRM=>$$; t ref $SIG{ALRM}; t sigaction(SIGALRM,POSIX::SigAction->new('DEFAULT')),$SIG{ALRM}; t sigaction(SIGKILL,$a),$!+0;
t POSIX::isatty(0)?1:0; 

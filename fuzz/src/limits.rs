//! The limits of one input: a second of processor time, and 128 MiB beyond the memory in use.
//!
//! The stack is limited by `scripts/fuzz.sh`, and by `laws/tests/corpus.rs`. libFuzzer's own limits are of
//! the clock, which depends on what else the machine does, and of the whole process.

use std::alloc::System;
use std::mem::zeroed;
use std::ptr::null_mut;
use std::time::Duration;

use cap::Cap;
use cpu_time::ThreadTime;

/// The most processor time of an input.
const MOST_TIME: Duration = Duration::from_secs(1);
/// The most memory of an input.
const MOST_MEMORY: usize = 128 << 20;

/// Refuses what is above the limit, which aborts the process.
#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// Lets libFuzzer report a stack that overflowed and keep the input: its handlers then run on a stack
/// of their own. The address sanitiser does this by itself.
///
/// # Panics
/// If the system refuses.
#[allow(
    unsafe_code,
    reason = "there is no other way to ask the system for this"
)]
pub fn prepare() {
    let stack = Box::leak(vec![0_u8; 64 << 10].into_boxed_slice());
    let stack = libc::stack_t {
        ss_sp: stack.as_mut_ptr().cast(),
        ss_flags: 0,
        ss_size: stack.len(),
    };
    // SAFETY: zero is a value of all its fields.
    let mut action: libc::sigaction = unsafe { zeroed() };
    // SAFETY: the handler is only asked for, and there is room for it.
    let asked = unsafe { libc::sigaction(libc::SIGSEGV, null_mut(), &raw mut action) };
    if action.sa_sigaction != libc::SIG_DFL {
        return;
    }
    action.sa_flags |= libc::SA_ONSTACK;
    // SAFETY: the handler remains the default one; the stack is never freed.
    let set = unsafe {
        libc::sigaction(libc::SIGSEGV, &raw const action, null_mut())
            | libc::sigaltstack(&raw const stack, null_mut())
    };
    assert_eq!((asked, set), (0, 0), "no stack for signals");
}

/// Runs a target on an input.
///
/// # Panics
/// If a law is broken, or if it takes too long.
pub fn hold(target: fn(&[u8]), data: &[u8]) {
    let most = ALLOCATOR.allocated().saturating_add(MOST_MEMORY);
    ALLOCATOR.set_limit(most).expect("more than is in use");
    let begun = ThreadTime::now();
    target(data);
    let taken = begun.elapsed();
    ALLOCATOR.set_limit(usize::MAX).expect("no limit");
    assert!(taken <= MOST_TIME, "the input took {taken:?}");
}

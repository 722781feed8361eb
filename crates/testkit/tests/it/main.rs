//! The tools of the tests are tested themselves: a browser that finds nothing must fail, a server must not outlive us.
mod browser;
mod harness;
mod postgres;

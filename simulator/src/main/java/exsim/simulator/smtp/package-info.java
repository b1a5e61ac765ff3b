/** One SMTP session as two state machines, server side and client side, which exchange lines. */
package exsim.simulator.smtp;

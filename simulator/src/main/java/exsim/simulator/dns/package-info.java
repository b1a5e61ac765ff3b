/** Answers look-ups as a sender's resolver does. */
package exsim.simulator.dns;

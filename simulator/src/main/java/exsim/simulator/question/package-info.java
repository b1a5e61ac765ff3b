/** What follows from many traces: expectations, differences, proofs. */
package exsim.simulator.question;

/**
 * What is asked of traces: expectations, lessons, and the classes of messages that can be told
 * apart.
 */
package exsim.simulator.question;

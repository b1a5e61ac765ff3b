/** Queues, retries and virtual time: a message's whole journey as a trace. */
package exsim.simulator.delivery;

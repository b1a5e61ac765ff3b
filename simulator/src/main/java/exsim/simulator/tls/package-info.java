/** Decides TLS for one connection from both ends' facts: the decision table. */
package exsim.simulator.tls;

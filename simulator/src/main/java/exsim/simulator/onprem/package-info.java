/**
 * The services of Exchange servers and the ways between them. Choosing connectors and certificates,
 * queuing, and the receiving side have rooms of their own inside this one.
 */
package exsim.simulator.onprem;

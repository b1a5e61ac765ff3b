/** How Exchange Online attributes sessions, picks connectors and chooses the next hop. */
package exsim.simulator.online;

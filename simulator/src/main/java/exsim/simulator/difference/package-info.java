/** What two worlds do differently with the same message. */
package exsim.simulator.difference;

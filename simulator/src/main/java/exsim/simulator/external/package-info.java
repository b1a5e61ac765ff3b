/** How every other mail system and device sends and receives. */
package exsim.simulator.external;

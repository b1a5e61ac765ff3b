/** Questions about all messages in all circumstances, answered by going through every class. */
package exsim.simulator.proof;

/** What happens: pure functions over the model. */
package exsim.simulator;

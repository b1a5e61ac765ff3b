/** Scenario files to the model and back, every problem with its line. */
package exsim.scenarios.format;

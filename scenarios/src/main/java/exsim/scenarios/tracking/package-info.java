/** The message tracking logs that Exchange servers would have written of a run. */
package exsim.scenarios.tracking;

/** The SMTP protocol logs that Exchange servers would have written of a run. */
package exsim.scenarios.protocol;

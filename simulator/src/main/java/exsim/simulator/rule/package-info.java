/** What a rule is, and what every decision must say about itself. */
package exsim.simulator.rule;

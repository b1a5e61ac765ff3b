/** The mail flow reports of the Exchange admin center that a run would leave in each tenant. */
package exsim.scenarios.mailflow;

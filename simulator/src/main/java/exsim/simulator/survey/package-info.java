/** Listings over every class of messages and sessions: who takes what, and what nothing selects. */
package exsim.simulator.survey;

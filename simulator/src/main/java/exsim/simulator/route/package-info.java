/** The next hop: envelopes, plans, targets, and how names become addresses. */
package exsim.simulator.route;

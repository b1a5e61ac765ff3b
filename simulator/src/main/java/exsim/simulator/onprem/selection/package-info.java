/** Which Send connector an Exchange server picks, by address space, cost and site. */
package exsim.simulator.onprem.selection;

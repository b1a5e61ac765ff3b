/** Which certificate an Exchange server presents, on either side of a session, and why. */
package exsim.simulator.onprem.certificate;

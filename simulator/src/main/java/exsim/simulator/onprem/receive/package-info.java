/** How an Exchange server takes a session: Receive connector, EHLO, rights and replies. */
package exsim.simulator.onprem.receive;

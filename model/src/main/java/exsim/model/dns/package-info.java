/** Zones: the records and MTA-STS policies that senders look up. */
package exsim.model.dns;

/** The TLS reports (RFC 8460) that receiving domains would get of a run. */
package exsim.scenarios.tlsreport;

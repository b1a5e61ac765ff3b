/** SMTP names and envelopes: domains, addresses, domain patterns, messages. */
package exsim.model.mail;

/** Exchange Online tenants: inbound and outbound connectors, rules, switches. */
package exsim.model.online;

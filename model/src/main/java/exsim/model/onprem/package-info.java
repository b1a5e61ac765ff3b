/** Exchange organizations: servers, Send and Receive connectors, accepted domains. */
package exsim.model.onprem;

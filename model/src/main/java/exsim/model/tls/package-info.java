/** Protocol versions, certificates and trust. */
package exsim.model.tls;

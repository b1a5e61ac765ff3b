/** Addresses and ranges, bindings, and what stands between two systems. */
package exsim.model.net;

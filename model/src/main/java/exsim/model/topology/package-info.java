/** The immutable world that one scenario runs in. */
package exsim.model.topology;

/** Every other mail system, and devices that submit. */
package exsim.model.external;

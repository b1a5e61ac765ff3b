/**
 * Scenarios to begin with: the text of a new file for what somebody chose.
 *
 * <p>What stands in such a file is a resource of this package; the code chooses and fills in.
 */
package exsim.scenarios.create;

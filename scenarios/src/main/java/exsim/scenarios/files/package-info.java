/** Files that come about whole or not at all. */
package exsim.scenarios.files;

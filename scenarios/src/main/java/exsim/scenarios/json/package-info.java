/** JSON with places: every value knows its line, column and pointer. */
package exsim.scenarios.json;

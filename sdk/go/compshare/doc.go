// Finds the images of UCloud CompShare by name, tag, version or publisher, and pins them in the stack's state.
package compshare

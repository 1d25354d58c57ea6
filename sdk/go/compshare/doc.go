// Finds the images of UCloud CompShare by name or tag, completely and reproducibly.
package compshare
